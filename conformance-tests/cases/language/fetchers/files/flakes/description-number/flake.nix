{ description = 1; outputs = { self }: { }; }
