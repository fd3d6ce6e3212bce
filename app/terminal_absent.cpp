#include "app/terminal_command.h"

#include <iostream>

namespace qob {

int runTerminalCommand(CommandLine const& /*line*/, Runtime& /*runtime*/, int /*argc*/, char** /*argv*/)
{
    std::cerr
        << "qob: this build has no terminal (it was configured with QOB_GUI=OFF); use `qob sim --headless` or"
           " `qob replay --headless`\n";
    return 1;
}

} // namespace qob
