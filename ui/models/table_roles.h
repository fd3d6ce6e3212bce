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
    sortRole, // what a cell is sorted by whose text does not tell: a double, or the nanoseconds of a time
    // What other programs are given instead of the text; of a title: that of the exported column, which is
    // left out where it is empty.
    csvRole,
    assetRole, // what a cell's number counts; of a title: whether its cells have one
};

// For data(): numbers stand right, words left.
inline int cellAlignment(bool number)
{
    return static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace qob
