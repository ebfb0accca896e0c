{ a = 1; b = { c, d ? 2 }: { inherit c d; }; l = [ 1 { x = 3; } ]; "1" = "one"; "p.q" = "dotted"; n.m.o = "deep"; }
