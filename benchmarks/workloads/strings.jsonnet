function(n)
  local lines = std.makeArray(n, function(i) 'line ' + i + ': ' + std.substr('abcdefghijklmnopqrstuvwxyz', i % 20, 6) + ' = ' + i * i + ';');
  local text = std.join('\n', lines);
  local lengths = std.foldl(function(sum, line) sum + std.length(line), lines, 0);
  local grown = std.foldl(function(text, i) text + i + ',', std.range(0, 2999), '');
  { lengths: lengths, length: std.length(text), grown: std.length(grown) }
