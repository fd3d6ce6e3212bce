#pragma once

#include "engine/storage/file_system.h"

namespace qob {

// The machine's own disk.
class PosixFileSystem final : public FileSystem {
public:
    [[nodiscard]] Expected<std::unique_ptr<File>> open(std::string const& path, OpenMode mode) override;
    [[nodiscard]] Expected<void> rename(std::string const& from, std::string const& to) override;
    [[nodiscard]] Expected<void> remove(std::string const& path) override;
    [[nodiscard]] Expected<void> syncDirectory(std::string const& path) override;
    [[nodiscard]] Expected<void> createDirectory(std::string const& path) override;
    [[nodiscard]] Expected<std::vector<std::string>> list(std::string const& path) override;
    [[nodiscard]] Expected<std::unique_ptr<File>> lock(std::string const& path) override;
};

} // namespace qob
