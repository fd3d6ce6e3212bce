#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qob::test {

// What a venue once said, to be said again.
struct VenueRecording {
    struct Frame {
        std::string path; // of the URL it came from, without its query
        std::string bytes;
        bool binary = false;
    };

    struct Answer {
        std::string target;
        std::string body;
        std::string later; // the body from the second time on; empty: the same
    };

    std::vector<Frame> frames;
    std::vector<Answer> answers;

    // A capture file of the kind with one JSON object a line, unpacked.
    static VenueRecording parse(std::string_view text);

    // The answer to a request: of the same path, and the same values for what both of their queries name,
    // sizes aside. Null: none.
    [[nodiscard]] Answer const* answerTo(std::string_view target) const;
};

} // namespace qob::test
