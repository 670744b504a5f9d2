#pragma once

#include "core/error.h"
#include "sdk/backend_plugin.h"
#include "ui/models/row_model.h"

namespace simiao::shell {

/// A copy that could take the database's place, and what is known of it.
struct RestoreLine
{
    enum class State { Unread, Reading, Whole, Bad };

    sdk::BackupCopy copy;
    State state = State::Unread;
    sdk::BackupProof proof; ///< of a whole one
    Error error;            ///< of a bad one
};

/// Rows of all tables together.
qint64 rowsOf(const sdk::BackupProof &proof);
/// "2026-11-22 10:30" at the workstation.
QString timeText(Instant instant);

/// Copies of the database, the latest first. Roles of ui::TableDelegate.
class RestoreTableModel : public ui::RowModel<RestoreLine>
{
    Q_OBJECT

public:
    enum Column { Made, State, Rows, Acts, LastAct, File, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const RestoreLine &line, int column);
};

} // namespace simiao::shell
