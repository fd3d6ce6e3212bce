#pragma once

#include "engine/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace qob {

// A value, or the error that explains why there is none.
template <class T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace qob
