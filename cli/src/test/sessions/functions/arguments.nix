{ a ? 1, ... }@args: args // { inherit a; f = { x ? 5, b ? 2 }: { inherit x b; l = [ 10 ({ y ? 3 }: y) ]; }; "q.r" = 7; }
