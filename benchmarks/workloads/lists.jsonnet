function(n)
  local numbers = std.makeArray(n, function(i) (i * 7919 + 13) % 100003);
  local sorted = std.sort(numbers);
  local even = std.filter(function(x) x % 2 == 0, sorted);
  local squares = std.map(function(x) x * x, even);
  local pairs = std.flatMap(function(x) [x, x + 1], squares);
  {
    first: sorted[0],
    last: sorted[n - 1],
    evens: std.length(even),
    pairs: std.length(pairs),
    sum: std.foldl(function(a, b) a + b, pairs, 0),
    rest: squares[1],
  }
