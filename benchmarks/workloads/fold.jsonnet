function(n) std.foldl(function(sum, i) sum + i * 2 - 1, std.range(0, n - 1), 0)
