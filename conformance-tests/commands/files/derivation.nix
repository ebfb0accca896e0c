derivation {
  name = "from-file";
  system = "x86_64-linux";
  builder = "/bin/sh";
  args = [ "-c" "cat ${./text} > $out" ];
}
