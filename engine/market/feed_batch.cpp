#include "engine/market/feed_message.h"

#include <algorithm>

namespace qob {

FeedMessage& FeedBatch::add()
{
    if (m_count == m_messages.size()) {
        m_messages.push_back(std::make_unique<FeedMessage>());
    }
    FeedMessage& message = *m_messages[m_count++];
    message.clear();
    return message;
}

void FeedBatch::reverse()
{
    std::reverse(m_messages.begin(), m_messages.begin() + static_cast<std::ptrdiff_t>(m_count));
}

void FeedBatch::clear()
{
    m_count = 0;
    instruments.clear();
    answer.clear();
    lost.reset();
    reconnect = false;
    refused.clear();
}

std::string canonicalName(InstrumentTerms const& terms)
{
    if (terms.base.empty() || terms.quote.empty()) {
        return {};
    }
    return terms.base + "-" + terms.quote + (terms.suffix.empty() ? "" : "-" + terms.suffix);
}

} // namespace qob
