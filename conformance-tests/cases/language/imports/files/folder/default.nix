"the folder's default.nix"
