#include "app/doctor_command.h"

#include "app/engine_setup.h"
#include "engine/base/json_writer.h"
#include "engine/live/venue_check.h"
#include "engine/venue/venues.h"

#include <fmt/core.h>

#include <algorithm>

namespace qob {

namespace {

constexpr Duration timeout = seconds(10);

std::string took(std::optional<Duration> const& time)
{
    return time ? std::to_string(time->value / milliseconds(1).value) + " ms" : "-";
}

std::string problemOf(VenueHealth const& report)
{
    if (report.bookProblem) {
        return report.bookProblem->message();
    }
    return report.answerProblem ? report.answerProblem->message() : std::string();
}

void printLine(VenueHealth const& report)
{
    fmt::print(
        "{:<20} {:<5} {:>8} {:>9} {:>9} {:>9} {:>9}  {}\n",
        report.venue->id,
        report.good() ? "good" : "BAD",
        took(report.stream.found),
        took(report.stream.connected),
        took(report.stream.secured),
        report.asked ? took(report.answered) : "none",
        took(report.book),
        problemOf(report)
    );
}

void writeTime(JsonWriter& json, std::string_view name, std::optional<Duration> const& time)
{
    if (time) {
        json.key(name).integer(time->value / milliseconds(1).value);
    }
}

void writeJson(JsonWriter& json, VenueHealth const& report)
{
    json.beginObject();
    json.key("venue").string(report.venue->id);
    json.key("good").boolean(report.good());
    json.key("address").string(report.stream.address);
    writeTime(json, "foundMs", report.stream.found);
    writeTime(json, "connectedMs", report.stream.connected);
    writeTime(json, "securedMs", report.stream.secured);
    writeTime(json, "answeredMs", report.answered);
    writeTime(json, "bookMs", report.book);
    writeTime(json, "clockOffsetMs", report.clockOffset);
    if (auto const problem = problemOf(report); !problem.empty()) {
        json.key("problem").string(problem);
    }
    json.endObject();
}

void print(std::vector<VenueHealth> const& reports)
{
    fmt::print(
        "{:<20} {:<5} {:>8} {:>9} {:>9} {:>9} {:>9}\n",
        "venue",
        "",
        "name",
        "connected",
        "TLS",
        "HTTP",
        "book"
    );
    for (VenueHealth const& report : reports) {
        printLine(report);
    }
    fmt::print("\n");
    for (std::string const& sentence : conclusions(reports)) {
        fmt::print("{}\n", sentence);
    }
}

void printJson(std::vector<VenueHealth> const& reports)
{
    JsonWriter json;
    json.beginObject().key("venues").beginArray();
    for (VenueHealth const& report : reports) {
        writeJson(json, report);
    }
    json.endArray().key("findings").beginArray();
    for (std::string const& sentence : conclusions(reports)) {
        json.string(sentence);
    }
    json.endArray().endObject();
    fmt::print("{}\n", json.text());
}

} // namespace

int runDoctor(CommandLine const& line, Runtime& runtime)
{
    const Venues venues;
    auto const all = venues.all();
    std::vector<VenueSpec const*> chosen;
    for (std::string const& name : line.venues) {
        chosen.push_back(venues.find(name));
        if (chosen.back() == nullptr) {
            fmt::print(
                stderr,
                "qob: {}\n",
                Error{ErrorCode::VenueUnsupported, name + "; qob venues lists them"}.message()
            );
            return 2;
        }
    }
    if (chosen.empty()) {
        chosen.assign(all.begin(), all.end());
    }
    auto const settings = netSettings(line);
    if (!settings) {
        fmt::print(stderr, "qob: {}\n", settings.error().message());
        return 2;
    }
    auto const reports = checkVenues(
        {std::make_shared<NetThread>(*settings), venues, runtime.clock, runtime.log, Rng(1)}, chosen, timeout
    );
    line.json ? printJson(reports) : print(reports);
    bool const good =
        std::all_of(reports.begin(), reports.end(), [](VenueHealth const& report) { return report.good(); });
    return good ? 0 : 1;
}

} // namespace qob
