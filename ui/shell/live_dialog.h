#pragma once

#include "engine/api/market_opener.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace qob {

// Asks which books of which venues to watch: a row a venue, ticked or not, with its symbols as the venue
// writes them. GUI thread.
class LiveDialog final : public QDialog {
    Q_OBJECT

public:
    // `before`: what was chosen last time ("VENUE:SYMBOL"); nothing: the first venue's example.
    LiveDialog(std::vector<VenueOffer> const& venues, QStringList const& before, QWidget* parent = nullptr);

    // "VENUE:SYMBOL", a book each.
    [[nodiscard]] QStringList chosen() const;

    [[nodiscard]] QTableWidget* table() const { return m_table; }

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

private:
    void fill(std::vector<VenueOffer> const& venues, QStringList const& before);
    void applyFilter(QString const& text);
    void takeChange();

    QLineEdit* m_filter;
    QTableWidget* m_table;
    QLabel* m_count;
    QPushButton* m_connect;
};

} // namespace qob
