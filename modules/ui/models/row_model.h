#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace simiao::ui {

/// Rows of T that are replaced as a whole and announced by insert, remove and dataChanged, never by a reset: scroll
/// position and focus stay. Which row is current after a replacement is decided by id, by whoever shows the rows.
template <typename T>
class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void replace(std::vector<T> rows)
    {
        const int before = int(m_rows.size());
        const int after = int(rows.size());
        const int kept = std::min(before, after);
        if (before > after) {
            beginRemoveRows({}, after, before - 1);
            m_rows.erase(m_rows.begin() + after, m_rows.end());
            endRemoveRows();
        }
        std::move(rows.begin(), rows.begin() + kept, m_rows.begin());
        refresh();
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            m_rows.insert(m_rows.end(), rows.begin() + kept, rows.end());
            endInsertRows();
        }
    }

    /// All texts are made again, as after a change of language.
    void refresh()
    {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    const T &at(int row) const { return m_rows.at(std::size_t(row)); }
    const std::vector<T> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }

private:
    std::vector<T> m_rows;
};

} // namespace simiao::ui
