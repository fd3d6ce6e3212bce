#include "tests/support/served_engine_handle.h"

#include "tests/support/served_engine.h"

namespace qob::test {

namespace {

class Handle final : public ServedEngineHandle {
public:
    explicit Handle(Duration history) : m_engine({.history = history}) {}

    void start() override { m_engine.start(); }

    void stop() override { m_engine.stop(); }

    void newCertificate() override { m_engine.newCertificate(); }

    [[nodiscard]] std::uint16_t port() const override { return m_engine.port(); }

    [[nodiscard]] std::string fingerprint() const override { return m_engine.fingerprint(); }

private:
    ServedEngine m_engine;
};

} // namespace

std::unique_ptr<ServedEngineHandle> ServedEngineHandle::make(Duration history)
{
    return std::make_unique<Handle>(history);
}

} // namespace qob::test
