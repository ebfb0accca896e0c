{ b ? 2 }: { inherit b; }
