#pragma once

#include "engine/base/expected.h"

#include <string>

namespace qob {

// What somebody did. Never with a secret in it: no password, token, code or key, not even a wrong one.
struct AuditRecord {
    std::string actor;   // the user's name; empty: nobody was logged in
    std::string address; // of the client; empty: this machine
    std::string action;  // "login", "key.create", "order.new", "config.set"
    std::string target;  // what it was done to
    std::string outcome; // "ok", "asked" of what the engine decides, or the name of the error
    std::string detail;
};

// Where it is written down. Any thread.
class AuditSink {
public:
    AuditSink() = default;
    virtual ~AuditSink() = default;
    AuditSink(AuditSink const&) = delete;
    AuditSink& operator=(AuditSink const&) = delete;

    // Taken, in the order of the calls. Fails once the trail could not be written: what must leave a trace is
    // not to be done then.
    [[nodiscard]] virtual Expected<void> record(AuditRecord record) = 0;

    // Whether the next record would be taken.
    [[nodiscard]] virtual Expected<void> ready() const = 0;
};

} // namespace qob
