#pragma once

#include "imaging/report/report_lines.h"

#include <QAbstractItemModel>

namespace simiao::viewer {

/// The lines of a report as a tree of two columns: name, value. Plain text.
class ReportTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setLines(std::vector<imaging::ReportLine> lines);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    struct Node
    {
        std::size_t parent = kNone;
        int row = 0;
        std::vector<std::size_t> children = {};
    };

    const std::vector<std::size_t> &childrenOf(const QModelIndex &parent) const;

    std::vector<imaging::ReportLine> m_lines;
    std::vector<Node> m_nodes; ///< as many as lines
    std::vector<std::size_t> m_topLevel;
};

} // namespace simiao::viewer
