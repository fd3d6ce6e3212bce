#pragma once

#include <Qt>

namespace qob {

// How a cell is meant, for the delegate that colours it.
enum class Tone { Normal, Dim, Buy, Sell, Good, Warn, Bad };

enum TableRole {
    toneRole = Qt::UserRole + 1, // int of Tone
    idRole,                      // what the row is about: a ClOrdID as text, an instrument's number
    workingRole,                 // bool: an order that can still be cancelled
    lineRole,                    // QVector<double>: the cell is a line of these
    sortRole,                    // double: what a cell is sorted by whose text is in the language's numbers
};

// For data(): numbers stand right, words left.
inline int cellAlignment(bool number)
{
    return static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace qob
