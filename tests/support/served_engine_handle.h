#pragma once

#include "engine/base/time.h"

#include <cstdint>
#include <memory>
#include <string>

namespace qob::test {

// A ServedEngine for tests of the window, which cannot see the engine's headers beside their own: some names
// are in both.
class ServedEngineHandle {
public:
    static constexpr char const* password = "correct horse battery";

    static std::unique_ptr<ServedEngineHandle> make(Duration history);

    virtual ~ServedEngineHandle() = default;
    virtual void start() = 0;
    virtual void stop() = 0;
    virtual void newCertificate() = 0;
    [[nodiscard]] virtual std::uint16_t port() const = 0;
    [[nodiscard]] virtual std::string fingerprint() const = 0;
};

} // namespace qob::test
