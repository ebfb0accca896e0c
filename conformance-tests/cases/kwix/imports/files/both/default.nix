"default.nix"
