#include "app/serve_command.h"
#include "app/serve_state.h"
#include "engine/security/audit_verify.h"

#include <fmt/core.h>

#include <iostream>

namespace qob {

namespace {

std::string passwordFromInput()
{
    std::string password;
    std::getline(std::cin, password);
    return password;
}

Expected<void> addUser(CommandLine const& line, Identity& identity)
{
    auto const role = parseRole(line.role);
    if (!role) {
        return fail(ErrorCode::ConfigBadValue, "--role " + line.role);
    }
    auto const made =
        identity.createUser({line.userName, {}, passwordFromInput()}, *role, {"command line", {}});
    if (!made) {
        return tl::unexpected(made.error());
    }
    fmt::print("{} {} is user {}\n", line.role, line.userName, made->value);
    return {};
}

Expected<void> setPassword(CommandLine const& line, Identity& identity)
{
    auto const user = identity.userNamed(line.userName);
    if (!user) {
        return fail(ErrorCode::AuthUserUnknown, line.userName);
    }
    return identity.setPassword(user->id, passwordFromInput(), {"command line", {}});
}

void listUsers(Identity const& identity)
{
    for (UserRecord const& user : identity.users()) {
        fmt::print(
            "{:>6}  {:<32}  {:<8}  {:<12}  {}\n",
            user.id.value,
            user.name,
            roleName(user.role),
            tierName(user.tier),
            user.disabled ? "disabled" : ""
        );
    }
}

} // namespace

int runUser(CommandLine const& line, Runtime& runtime)
{
    auto const state = openServeState(runtime);
    Expected<void> done = state ? Expected<void>() : tl::unexpected(state.error());
    if (state) {
        Identity& identity = *(*state)->identity;
        if (line.userAction == "list") {
            listUsers(identity);
        } else {
            done = line.userAction == "add" ? addUser(line, identity) : setPassword(line, identity);
        }
        auto const flushed = (*state)->audit->flush();
        done = done ? flushed : done;
    }
    if (!done) {
        std::cerr << "qob: " << done.error().message() << '\n';
        return 1;
    }
    return 0;
}

int runAudit(CommandLine const& /*line*/, Runtime& runtime)
{
    PosixFileSystem disk;
    auto const random = makeSystemRandom();
    auto const directory = serveDirectory(runtime.config);
    auto const key = serveMasterKey(runtime.config, directory, *random);
    auto const report = key ? verifyAudit(disk, (directory / "audit").string(), auditKeys({*key}))
                            : tl::unexpected(key.error());
    if (!report) {
        std::cerr << "qob: " << report.error().message() << '\n';
        return 1;
    }
    fmt::print("{} records in {} files are as they were written\n", report->records, report->files);
    if (report->unfinishedBytes > 0) {
        fmt::print("{} bytes of one more are being written, or were in a crash\n", report->unfinishedBytes);
    }
    if (report->finding) {
        auto const& finding = *report->finding;
        std::cerr << "qob: " << finding.file << ":" << finding.line << ": " << finding.what << '\n';
        return 1;
    }
    return 0;
}

} // namespace qob
