{ inputs.nixpkgs.url = "path:/x"; outputs = { self, nixpkgs }: { }; }
