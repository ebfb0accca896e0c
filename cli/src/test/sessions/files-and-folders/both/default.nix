"nix"
