#pragma once

#include <span>

namespace qob {

// The English sentences of engine/base/error.cpp, one each, where lupdate can see them. The engine knows no
// translations; errorText() looks a sentence up by its text. A test holds the two tables against each other.
std::span<char const* const> errorSentences();

} // namespace qob
