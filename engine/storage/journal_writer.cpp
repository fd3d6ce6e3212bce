#include "engine/storage/journal_writer.h"

#include "engine/storage/group_committer.h"

namespace qob {

JournalWriter::JournalWriter(
    JournalOptions const& options, JournalEnd const& end, std::unique_ptr<Committer> committer
)
    : m_encoder(options, end)
    , m_committer(std::move(committer))
{}

JournalWriter::~JournalWriter() = default;

Expected<std::unique_ptr<JournalWriter>>
JournalWriter::open(FileSystem& files, std::string directory, JournalOptions options, WritableEnd end)
{
    if (auto valid = validate(options); !valid) {
        return tl::unexpected(valid.error());
    }
    auto const journalEnd = end.end;
    auto const durable = journalEnd.last.sequence;
    auto disk = JournalDisk::open(files, std::move(directory), options, std::move(end));
    if (!disk) {
        return tl::unexpected(disk.error());
    }
    std::unique_ptr<Committer> committer;
    if (options.durability == Durability::Group) {
        committer = std::make_unique<GroupCommitter>(
            std::move(*disk), durable, options.bufferBytes, std::move(options.onDurable)
        );
    } else {
        committer =
            std::make_unique<DirectCommitter>(std::move(*disk), durable, std::move(options.onDurable));
    }
    return std::unique_ptr<JournalWriter>(new JournalWriter(options, journalEnd, std::move(committer)));
}

std::unique_ptr<JournalWriter> JournalWriter::inMemory(JournalOptions const& options)
{
    return std::unique_ptr<JournalWriter>(
        new JournalWriter(options, JournalEnd{}, std::make_unique<MemoryCommitter>())
    );
}

Expected<std::uint64_t> JournalWriter::append(
    std::uint16_t kind, Timestamp time, std::span<std::byte const> payload, RecordClass recordClass
)
{
    if (m_committer->failed()) [[unlikely]] {
        return tl::unexpected(m_committer->failure());
    }
    if (m_encoder.roomFor(payload.size(), recordClass, m_committer->readySegment()) !=
        JournalEncoder::Room::Yes) [[unlikely]] {
        if (auto made = makeRoom(payload.size(), recordClass); !made) {
            return tl::unexpected(made.error());
        }
    }
    return m_encoder.add(kind, time, payload);
}

Expected<std::uint64_t> JournalWriter::commit()
{
    handOver();
    return outcome();
}

Expected<std::uint64_t> JournalWriter::makeDurable()
{
    handOver();
    m_committer->makeDurable();
    return outcome();
}

Expected<std::uint64_t> JournalWriter::waitDurable(std::uint64_t sequence)
{
    m_committer->waitFor(sequence);
    return outcome();
}

JournalState JournalWriter::state() const
{
    if (m_committer->failed()) {
        return JournalState::Failed;
    }
    return m_committer->spaceLow() ? JournalState::SpaceLow : JournalState::Open;
}

Expected<void> JournalWriter::makeRoom(std::size_t payloadBytes, RecordClass recordClass)
{
    using Room = JournalEncoder::Room;
    auto const room = [&] {
        return m_encoder.roomFor(payloadBytes, recordClass, m_committer->readySegment());
    };
    if (room() == Room::BatchFull) {
        handOver();
    }
    if (room() == Room::NoSegment && !m_committer->spaceLow()) {
        // The next segment is being made, or waits for the current one to be written.
        handOver();
        m_committer->settle();
    }
    if (m_committer->failed()) {
        return tl::unexpected(m_committer->failure());
    }
    switch (room()) {
    case Room::Yes:
        return {};
    case Room::TooLarge:
        return fail(
            ErrorCode::JournalRecordTooLarge,
            std::to_string(payloadBytes) + " bytes; at most " + std::to_string(m_encoder.maxPayload())
        );
    case Room::BatchFull:
    case Room::NoSegment:
        break;
    }
    return fail(ErrorCode::JournalFull, "the next segment cannot be made");
}

void JournalWriter::handOver()
{
    if (!m_encoder.batch().empty()) {
        m_encoder.closeBatch();
    }
    m_committer->commit(m_encoder.batch());
}

Expected<std::uint64_t> JournalWriter::outcome() const
{
    if (m_committer->failed()) {
        return tl::unexpected(m_committer->failure());
    }
    return m_committer->durableSequence();
}

} // namespace qob
