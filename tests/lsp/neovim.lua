-- What an editor does with `crosscheck lsp`: run by neovim.rs in Neovim (0.7 or later) without a window. Each line written to
-- `heard.log` is something that the editor shows.
local program = os.getenv('CROSSCHECK')
local heard = assert(io.open('heard.log', 'w'))
local function say(format, ...) heard:write(format:format(...) .. '\n'); heard:flush() end
local function wait(holds) return vim.wait(60000, holds, 20) end
local function count() return #vim.diagnostic.get(0) end

local client = assert(vim.lsp.start_client({ name = 'crosscheck', cmd = { program, 'lsp' }, root_dir = vim.fn.getcwd() }))
local function open(name)
  vim.cmd('edit! ' .. name)
  assert(vim.lsp.buf_attach_client(0, client))
end
local function request(method, more)
  local params = vim.tbl_extend('error', { textDocument = { uri = vim.uri_from_bufnr(0) } }, more)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do return answer.result end
end

open('draft.txt')
wait(function() return count() > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do
  local lsp = found.user_data and found.user_data.lsp or {}
  local related = (lsp.relatedInformation or found.relatedInformation or {})[1]
  say('shown %d:%d %s %s', found.lnum + 1, found.col + 1, found.source, lsp.code or found.code)
  say('related %s', related and vim.fn.fnamemodify(vim.uri_to_fname(related.location.uri), ':t') or 'none')
end
local place = vim.diagnostic.get(0)[1]
local here = { line = place.lnum, character = place.col + 1 }
say('hover %s', request('textDocument/hover', { position = here }).contents.value:gsub('\n', ' '))
local action = request('textDocument/codeAction', { range = { start = here, ['end'] = here }, context = { diagnostics = {} } })[1]
say('fix %s %s', action.kind, action.title)

-- Typing, without a save, mends it; undoing brings it back.
vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'Ana Ruiz met Li Wei in Paris on Tuesday.' })
wait(function() return count() == 0 end)
say('after typing %d', count())
vim.cmd('undo')
wait(function() return count() > 0 end)
say('after undo %d', count())
request('workspace/executeCommand', action.command)
wait(function() return vim.fn.filereadable('crosscheck-accepted.yaml') == 1 end)
say('accepted %d', vim.fn.filereadable('crosscheck-accepted.yaml'))

open('crosscheck.yaml')
wait(function() return count() > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do say('settings %d:%d %s', found.lnum + 1, found.col + 1, (found.message:gsub('\n', ' '))) end
heard:close()
vim.cmd('qall!')
