#pragma once

#include <string>
#include <string_view>

namespace qob {

// ASCII only: names are compared by it, and names have no other letters.
std::string lowerCase(std::string_view text);

} // namespace qob
