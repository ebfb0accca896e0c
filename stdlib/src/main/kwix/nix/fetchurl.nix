# <nix/fetchurl.nix>: a derivation that downloads a file with nothing but the builder that Nix has in itself. Every attribute counts
# for its store path, so all of them are the reference's, whether they still have a purpose or not.
{
  url,
  name ? baseNameOf (toString url),
  hash ? "",
  sha512 ? "",
  sha256 ? "",
  sha1 ? "",
  md5 ? "",
  # The first that is given: a hash that says its algorithm, or one under the algorithm's name.
  outputHash ? builtins.head (builtins.filter (text: text != "") [ hash sha512 sha1 md5 sha256 ] ++ [ "" ]),
  outputHashAlgo ?
    if hash != "" then
      ""
    else if sha512 != "" then
      "sha512"
    else if sha1 != "" then
      "sha1"
    else if md5 != "" then
      "md5"
    else
      "sha256",
  executable ? false,
  unpack ? false,
  impure ? false,
  system ? "",
}:
let
  contents = if impure then { __impure = true; } else { inherit outputHash outputHashAlgo; };
in
derivation (
  {
    inherit executable name unpack url;
    builder = "builtin:fetchurl";
    system = "builtin";
    urls = [ url ];
    outputHashMode = if executable || unpack then "recursive" else "flat";
    preferLocalBuild = true;
    impureEnvVars = [ "http_proxy" "https_proxy" "ftp_proxy" "all_proxy" "no_proxy" ];
  }
  // contents
)
