#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// `qob journal verify|dump|replay|snapshot DIR`: looks at an exchange's journal without changing it (snapshot
// writes one beside it).
//   verify    reads every byte, says what is there; exit code 1 with file and byte when something is wrong
//   dump      every command as a line that `qob exchange` reads, behind its sequence and time
//   replay    makes the state anew from the commands, prints its hash and audits its money
//   snapshot  the same, and writes it down
// Of the journal of orders that a server keeps only verify reads; the others refuse it.
int runJournal(CommandLine const& line);

// `qob exchange --journal DIR [FILE]`: a venue that reads commands as lines (FILE or standard input),
// journals and matches them, and answers each report as a line of JSON that says whether it is "matched" or
// "durable". On start it comes back from its journal. Lines that are no command are answered with an error
// and change nothing.
int runExchange(CommandLine const& line, Runtime& runtime);

} // namespace qob
