{ edition = 1; outputs = { self }: { }; }
