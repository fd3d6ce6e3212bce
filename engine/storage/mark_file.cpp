#include "engine/storage/mark_file.h"

#include <array>

namespace qob {

namespace {

constexpr std::size_t slotBytes = markCopySpacing + markBytes;
constexpr std::size_t fileBytes = markSlotSpacing + slotBytes;

void encodeSlot(HighWaterMark const& mark, std::byte* to)
{
    encodeMark(mark, to);
    encodeMark(mark, to + markCopySpacing);
}

Expected<StoredMark> decodeMarks(std::span<std::byte const> bytes)
{
    StoredMark stored;
    std::array<int, 2> good{};
    for (unsigned slot = 0; slot < 2; ++slot) {
        for (unsigned copy = 0; copy < 2; ++copy) {
            auto const at = slot * markSlotSpacing + copy * markCopySpacing;
            auto const mark = decodeMark(bytes.subspan(std::min(at, bytes.size())));
            auto const place = std::string(markName) + ": byte " + std::to_string(at) + ": ";
            if (!mark && mark.error().code == ErrorCode::JournalUnknownVersion) {
                return fail(mark.error().code, place + mark.error().detail);
            }
            if (!mark) {
                stored.damage.push_back(place + mark.error().detail);
                continue;
            }
            if (good[0] + good[1] == 0 || mark->sequence > stored.mark.sequence) {
                stored.mark = *mark;
                stored.slot = slot;
            }
            ++good[slot];
        }
    }
    stored.slotLost = good[0] == 0 || good[1] == 0;
    if (good[0] + good[1] == 0) {
        return fail(ErrorCode::JournalMarkLost, stored.damage.front() + "; and so are the other copies");
    }
    return stored;
}

} // namespace

Expected<std::optional<StoredMark>> readMark(FileSystem& files, std::string const& directory)
{
    auto file = files.open(pathIn(directory, markName), OpenMode::Read);
    if (!file) {
        if (file.error().code == ErrorCode::StorageFileMissing) {
            return std::nullopt;
        }
        return tl::unexpected(file.error());
    }
    std::array<std::byte, fileBytes> bytes{};
    auto const count = (*file)->read(0, bytes);
    if (!count) {
        return tl::unexpected(count.error());
    }
    return decodeMarks(std::span(bytes).first(*count)).map([](StoredMark&& mark) {
        return std::optional(std::move(mark));
    });
}

Expected<void> MarkFile::create(FileSystem& files, std::string const& directory)
{
    auto const temporary = pathIn(directory, markTempName);
    auto file = files.open(temporary, OpenMode::Replace);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::array<std::byte, fileBytes> bytes{};
    encodeSlot({}, bytes.data());
    encodeSlot({}, bytes.data() + markSlotSpacing);
    return (*file)->write(0, bytes).and_then([&] { return (*file)->sync(); }
    ).and_then([&] {
         return files.rename(temporary, pathIn(directory, markName));
     }).and_then([&] { return files.syncDirectory(directory); });
}

Expected<MarkFile> MarkFile::open(FileSystem& files, std::string const& directory, unsigned slot)
{
    auto file = files.open(pathIn(directory, markName), OpenMode::Write);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return MarkFile(std::move(*file), slot);
}

Expected<void> MarkFile::write(HighWaterMark const& mark)
{
    m_slot = 1 - m_slot;
    return writeSlot(mark);
}

Expected<void> MarkFile::rewrite(HighWaterMark const& newest)
{
    return writeSlot(newest);
}

Expected<void> MarkFile::writeSlot(HighWaterMark const& mark)
{
    std::array<std::byte, slotBytes> bytes{};
    encodeSlot(mark, bytes.data());
    return m_file->write(m_slot * markSlotSpacing, bytes).and_then([&] { return m_file->sync(); });
}

} // namespace qob
