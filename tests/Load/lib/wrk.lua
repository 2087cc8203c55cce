-- The generator's script: each request takes the next token, and after the last token the next body.
-- Arguments: a file of tokens and a file of bodies, one a line; how many requests were sent before; and how many numbers there are.
-- In a body @@@@@@@ becomes a number of 7 digits, the next one for each request: from 1000000 on, and anew when all have had their turn.
local heads, tails, numbered = {}, {}, {}
local turn, numbers = 0, 0

local function lines(path)
  local found = {}
  for line in io.lines(path) do found[#found + 1] = line end
  return found
end

function init(args)
  for _, token in ipairs(lines(args[1])) do
    heads[#heads + 1] = "POST /graphql HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
      .. "\r\nAccept: application/json\r\nContent-Type: application/json\r\nAuthorization: Bearer " .. token .. "\r\nContent-Length: "
  end
  for _, body in ipairs(lines(args[2])) do
    local tail = #body .. "\r\n\r\n" .. body
    local from, to = tail:find("@@@@@@@", 1, true)
    tails[#tails + 1] = tail
    numbered[#tails] = from and { tail:sub(1, from - 1), tail:sub(to + 1) } or nil
  end
  turn = tonumber(args[3])
  numbers = tonumber(args[4])
end

function request()
  local token = turn % #heads + 1
  local body = math.floor(turn / #heads) % #tails + 1
  local parts = numbered[body]
  local number = 1000000 + turn % numbers
  turn = turn + 1
  if parts then return heads[token] .. parts[1] .. number .. parts[2] end
  return heads[token] .. tails[body]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests":%d,"microseconds":%d,"bytes":%d,"failed":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
