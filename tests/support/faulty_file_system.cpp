#include "tests/support/faulty_file_system.h"

#include <algorithm>

namespace qob::test {

namespace {

constexpr std::size_t sectorBytes = 512;

std::uint64_t pick(Rng& rng, std::uint64_t n)
{
    return static_cast<std::uint64_t>(rng.below(static_cast<std::int64_t>(n)));
}

void keepSectors(FaultyFileSystem::Inode& inode)
{
    inode.durable.resize(inode.cached.size());
    for (auto const sector : inode.dirty) {
        auto const begin = std::min(sector * sectorBytes, inode.cached.size());
        auto const end = std::min(begin + sectorBytes, inode.cached.size());
        std::copy(
            inode.cached.begin() + static_cast<std::ptrdiff_t>(begin),
            inode.cached.begin() + static_cast<std::ptrdiff_t>(end),
            inode.durable.begin() + static_cast<std::ptrdiff_t>(begin)
        );
    }
    inode.dirty.clear();
}

} // namespace

class FaultyFileSystem::OpenFile final : public File {
public:
    OpenFile(FaultyFileSystem& files, std::string path, InodePtr inode)
        : m_files(files)
        , m_path(std::move(path))
        , m_inode(std::move(inode))
    {}

    Expected<std::uint64_t> size() override
    {
        std::scoped_lock const lock(m_files.m_mutex);
        return m_inode->cached.size();
    }

    Expected<std::size_t> read(std::uint64_t offset, std::span<std::byte> into) override
    {
        std::scoped_lock const lock(m_files.m_mutex);
        if (auto asked = m_files.ask(DiskCall::Read, m_path); !asked) {
            return tl::unexpected(asked.error());
        }
        auto const& bytes = m_inode->cached;
        auto const begin = std::min<std::uint64_t>(offset, bytes.size());
        auto const count = std::min<std::uint64_t>(into.size(), bytes.size() - begin);
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(begin), count, into.begin());
        return count;
    }

    Expected<void> write(std::uint64_t offset, std::span<std::byte const> bytes) override
    {
        std::scoped_lock const lock(m_files.m_mutex);
        auto const asked = m_files.ask(DiskCall::Write, m_path);
        if (!asked) {
            return tl::unexpected(asked.error());
        }
        auto const part = *asked == Ask::Partly ? bytes.first(pick(m_files.m_rng, bytes.size() + 1)) : bytes;
        auto& cached = m_inode->cached;
        cached.resize(std::max<std::size_t>(cached.size(), offset + part.size()));
        std::ranges::copy(part, cached.begin() + static_cast<std::ptrdiff_t>(offset));
        for (auto at = offset / sectorBytes; at * sectorBytes < offset + part.size(); ++at) {
            m_inode->dirty.insert(at);
        }
        return outcome(*asked);
    }

    Expected<void> preallocate(std::uint64_t size) override
    {
        std::scoped_lock const lock(m_files.m_mutex);
        auto const asked = m_files.ask(DiskCall::Preallocate, m_path);
        if (!asked) {
            return tl::unexpected(asked.error());
        }
        auto& cached = m_inode->cached;
        auto const begin = cached.size();
        auto const end = std::max<std::size_t>(begin, size);
        cached.resize(*asked == Ask::Partly ? begin + pick(m_files.m_rng, end - begin + 1) : end);
        return outcome(*asked);
    }

    Expected<void> sync() override
    {
        std::scoped_lock const lock(m_files.m_mutex);
        auto const asked = m_files.ask(DiskCall::Sync, m_path);
        if (!asked) {
            // The pages are clean now, whatever became of them; some systems show what is on the disk
            // instead.
            m_files.settleSectors(*m_inode);
            if (m_files.m_rng.chance(0.3)) {
                m_inode->cached = m_inode->durable;
            }
            return tl::unexpected(asked.error());
        }
        if (*asked == Ask::Go || m_files.m_rng.chance(0.5)) {
            // Only what counts as changed is written, also where the disk has something else after a failure.
            keepSectors(*m_inode);
        }
        return outcome(*asked);
    }

private:
    static Expected<void> outcome(Ask asked)
    {
        return asked == Ask::Go ? Expected<void>() : fail(ErrorCode::JournalIoFailed, "the power went");
    }

    FaultyFileSystem& m_files;
    std::string m_path;
    InodePtr m_inode;
};

class FaultyFileSystem::Lock final : public File {
public:
    Lock(FaultyFileSystem& files, std::string path) : m_files(files), m_path(std::move(path)) {}

    ~Lock() override
    {
        std::scoped_lock const lock(m_files.m_mutex);
        m_files.m_locks.erase(m_path);
    }

    Lock(Lock const&) = delete;
    Lock& operator=(Lock const&) = delete;

    Expected<std::uint64_t> size() override { return 0; }

    Expected<std::size_t> read(std::uint64_t /*offset*/, std::span<std::byte> /*into*/) override { return 0; }

    Expected<void> write(std::uint64_t /*offset*/, std::span<std::byte const> /*bytes*/) override
    {
        return {};
    }

    Expected<void> preallocate(std::uint64_t /*size*/) override { return {}; }

    Expected<void> sync() override { return {}; }

private:
    FaultyFileSystem& m_files;
    std::string m_path;
};

Expected<FaultyFileSystem::Ask> FaultyFileSystem::ask(DiskCall call, std::string const& path)
{
    bool const changing = call != DiskCall::Read;
    if (m_powerOffAt && m_changes >= *m_powerOffAt) {
        return fail(ErrorCode::JournalIoFailed, "no power: " + path);
    }
    m_changes += changing ? 1 : 0;
    if (m_hook) {
        if (auto const code = m_hook(call, path)) {
            return fail(*code, "injected: " + path);
        }
    }
    return changing && m_powerOffAt == m_changes ? Ask::Partly : Ask::Go;
}

// Each dirty sector reaches the disk, or does not, or badly.
void FaultyFileSystem::settleSectors(Inode& inode)
{
    auto& durable = inode.durable;
    auto const& cached = inode.cached;
    if (durable.size() != cached.size() && m_rng.chance(0.5)) {
        durable.resize(cached.size());
    }
    for (auto const sector : inode.dirty) {
        auto const begin = sector * sectorBytes;
        auto const end = std::min({begin + sectorBytes, durable.size(), cached.size()});
        if (begin >= end) {
            continue;
        }
        auto const from = begin + pick(m_rng, end - begin);
        switch (pick(m_rng, 8)) {
        case 0:
        case 1:
        case 2:
            std::copy(
                cached.begin() + static_cast<std::ptrdiff_t>(begin),
                cached.begin() + static_cast<std::ptrdiff_t>(end),
                durable.begin() + static_cast<std::ptrdiff_t>(begin)
            );
            break;
        case 3:
        case 4:
            break;
        case 5: // the first part of it
            std::copy(
                cached.begin() + static_cast<std::ptrdiff_t>(begin),
                cached.begin() + static_cast<std::ptrdiff_t>(from),
                durable.begin() + static_cast<std::ptrdiff_t>(begin)
            );
            break;
        case 6: // noise from somewhere on
            for (auto at = from; at < end; ++at) {
                durable[at] = static_cast<std::byte>(m_rng.next());
            }
            break;
        default:
            for (auto at = begin; at < end; ++at) {
                durable[at] = static_cast<std::byte>(m_rng.next());
            }
        }
    }
    inode.dirty.clear();
}

void FaultyFileSystem::losePower()
{
    std::scoped_lock const lock(m_mutex);
    std::set<Inode*> inodes;
    for (auto const& names : {m_names, m_durableNames}) {
        for (auto const& [name, inode] : names) {
            inodes.insert(inode.get());
        }
    }
    for (auto* const inode : inodes) {
        settleSectors(*inode);
        inode->cached = inode->durable;
    }
    auto const kept = pick(m_rng, m_nameChanges.size() + 1);
    for (std::size_t i = 0; i < kept; ++i) {
        for (auto const& [name, inode] : m_nameChanges[i]) {
            if (inode) {
                m_durableNames[name] = inode;
            } else {
                m_durableNames.erase(name);
            }
        }
    }
    m_names = m_durableNames;
    m_nameChanges.clear();
    m_powerOffAt.reset();
}

std::vector<std::byte> FaultyFileSystem::content(std::string const& path)
{
    std::scoped_lock const lock(m_mutex);
    return m_names.at(path)->cached;
}

void FaultyFileSystem::setContent(std::string const& path, std::vector<std::byte> bytes)
{
    std::scoped_lock const lock(m_mutex);
    auto inode = std::make_shared<Inode>();
    inode->durable = bytes;
    inode->cached = std::move(bytes);
    m_names[path] = inode;
    m_durableNames[path] = inode;
}

void FaultyFileSystem::erase(std::string const& path)
{
    std::scoped_lock const lock(m_mutex);
    m_names.erase(path);
    m_durableNames.erase(path);
}

std::map<std::string, std::vector<std::byte>> FaultyFileSystem::contents()
{
    std::scoped_lock const lock(m_mutex);
    std::map<std::string, std::vector<std::byte>> all;
    for (auto const& [name, inode] : m_names) {
        all[name] = inode->cached;
    }
    return all;
}

Expected<FaultyFileSystem::InodePtr> FaultyFileSystem::find(std::string const& path) const
{
    auto const found = m_names.find(path);
    if (found == m_names.end()) {
        return fail(ErrorCode::StorageFileMissing, path);
    }
    return found->second;
}

void FaultyFileSystem::changeName(std::string const& path, InodePtr inode)
{
    if (inode) {
        m_names[path] = inode;
    } else {
        m_names.erase(path);
    }
    m_nameChanges.push_back({{path, std::move(inode)}});
}

Expected<std::unique_ptr<File>> FaultyFileSystem::open(std::string const& path, OpenMode mode)
{
    std::scoped_lock const lock(m_mutex);
    if (mode == OpenMode::Replace) {
        auto const asked = ask(DiskCall::Open, path);
        if (!asked) {
            return tl::unexpected(asked.error());
        }
        // A new file rather than an emptied one: the old content may still be there afterwards either way.
        changeName(path, std::make_shared<Inode>());
        if (*asked == Ask::Partly) {
            return fail(ErrorCode::JournalIoFailed, "the power went");
        }
    }
    auto inode = find(path);
    if (!inode) {
        return tl::unexpected(inode.error());
    }
    return std::make_unique<OpenFile>(*this, path, std::move(*inode));
}

Expected<void> FaultyFileSystem::rename(std::string const& from, std::string const& to)
{
    std::scoped_lock const lock(m_mutex);
    auto const asked = ask(DiskCall::Rename, from);
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    auto const inode = find(from);
    if (!inode) {
        return tl::unexpected(inode.error());
    }
    m_names.erase(from);
    m_names[to] = *inode;
    m_nameChanges.push_back({{from, nullptr}, {to, *inode}});
    return *asked == Ask::Go ? Expected<void>() : fail(ErrorCode::JournalIoFailed, "the power went");
}

Expected<void> FaultyFileSystem::remove(std::string const& path)
{
    std::scoped_lock const lock(m_mutex);
    auto const asked = ask(DiskCall::Remove, path);
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    if (auto const inode = find(path); !inode) {
        return tl::unexpected(inode.error());
    }
    changeName(path, nullptr);
    return *asked == Ask::Go ? Expected<void>() : fail(ErrorCode::JournalIoFailed, "the power went");
}

Expected<void> FaultyFileSystem::syncDirectory(std::string const& path)
{
    std::scoped_lock const lock(m_mutex);
    auto const asked = ask(DiskCall::SyncDirectory, path);
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    if (*asked == Ask::Partly) {
        return fail(ErrorCode::JournalIoFailed, "the power went");
    }
    m_durableNames = m_names;
    m_nameChanges.clear();
    return {};
}

Expected<void> FaultyFileSystem::createDirectory(std::string const& /*path*/)
{
    return {};
}

Expected<std::vector<std::string>> FaultyFileSystem::list(std::string const& path)
{
    std::scoped_lock const lock(m_mutex);
    std::vector<std::string> names;
    for (auto const& [name, inode] : m_names) {
        if (name.starts_with(path + "/")) {
            names.push_back(name.substr(path.size() + 1));
        }
    }
    return names;
}

Expected<std::unique_ptr<File>> FaultyFileSystem::lock(std::string const& path)
{
    std::scoped_lock const lock(m_mutex);
    if (!m_locks.insert(path).second) {
        return fail(ErrorCode::StorageInUse, path);
    }
    return std::make_unique<Lock>(*this, path);
}

} // namespace qob::test
