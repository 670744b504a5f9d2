#pragma once

#include "ui/models/row_model.h"

namespace simiao::ui {

/// Rows of T under headings: a heading stands where its column does.
template <typename T>
class TableModel : public RowModel<T>
{
public:
    using RowModel<T>::RowModel;

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignmentOf(section);
        return role == Qt::DisplayRole ? QVariant(heading(section)) : QVariant();
    }

protected:
    /// In the language of the screen.
    virtual QString heading(int column) const = 0;
    /// Numbers stand on the right.
    virtual Qt::Alignment alignment(int) const { return Qt::AlignLeft; }
    /// The same for Qt::TextAlignmentRole.
    int alignmentOf(int column) const { return int(alignment(column) | Qt::AlignVCenter); }
};

} // namespace simiao::ui
