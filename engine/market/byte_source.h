#pragma once

#include "engine/base/expected.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace qob {

// Bytes that are read once from front to back. Errors name the source.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    // Up to `capacity` bytes to `to`; 0: the end. After an error there is nothing more to read.
    virtual Expected<std::size_t> read(char* to, std::size_t capacity) = 0;
};

// A file as it is. FileUnreadable.
Expected<std::unique_ptr<ByteSource>> openFile(std::string const& path);

// A text in memory, which must outlive it.
std::unique_ptr<ByteSource> memorySource(std::string_view bytes);

// What a source holds, uncompressed: gzip (also several members in a row) and xz are known by their first
// bytes, everything else is passed on. `name` is for errors: FileTruncated when the compressed stream ends
// too early, FileUnreadable when it is damaged. Memory is bounded by the format: 32 KiB for gzip, up to 512
// MiB for xz.
Expected<std::unique_ptr<ByteSource>> decompressed(std::unique_ptr<ByteSource> raw, std::string name);

} // namespace qob
