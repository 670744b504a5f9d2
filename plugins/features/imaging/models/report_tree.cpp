#include "imaging/models/report_tree.h"

#include "ui/widgets/plain_tool_tip.h"

#include <QFont>

namespace simiao::viewer {

void ReportTree::setLines(std::vector<imaging::ReportLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_nodes.assign(m_lines.size(), {});
    m_topLevel.clear();
    std::vector<std::size_t> open; // the line before, and those above it
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        while (!open.empty() && m_lines[open.back()].depth >= m_lines[i].depth)
            open.pop_back();
        auto &siblings = open.empty() ? m_topLevel : m_nodes[open.back()].children;
        m_nodes[i].parent = open.empty() ? kNone : open.back();
        m_nodes[i].row = static_cast<int>(siblings.size());
        siblings.push_back(i);
        open.push_back(i);
    }
    endResetModel();
}

const std::vector<std::size_t> &ReportTree::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_nodes[parent.internalId()].children : m_topLevel;
}

QModelIndex ReportTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, childrenOf(parent)[static_cast<std::size_t>(row)]);
}

QModelIndex ReportTree::parent(const QModelIndex &index) const
{
    if (!index.isValid() || m_nodes[index.internalId()].parent == kNone)
        return {};
    const auto above = m_nodes[index.internalId()].parent;
    return createIndex(m_nodes[above].row, 0, above);
}

int ReportTree::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(parent).size());
}

int ReportTree::columnCount(const QModelIndex &) const
{
    return 2;
}

QVariant ReportTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = m_lines[index.internalId()];
    const auto &words = index.column() == 0 ? line.name : line.value;
    if (role == Qt::DisplayRole)
        return words;
    if (role == Qt::ToolTipRole) // a column may be narrower
        return ui::plainToolTip(words);
    if (role == Qt::FontRole && line.isHeading) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant ReportTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("What") : tr("Value");
}

} // namespace simiao::viewer
