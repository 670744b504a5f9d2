#pragma once

#include "core/line_diff.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// A comparison of two texts, a line a row: its numbers in both, sign and word of what became of it, the line. Roles of
/// ui::TableDelegate.
class DifferenceModel : public ui::TableModel<DiffLine>
{
    Q_OBJECT

public:
    enum Column { Before, After, Sign, Word, Text, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    static QString text(const DiffLine &line, int column);
};

} // namespace simiao::admin
