#pragma once

#include <QListWidget>
#include <QWidget>

#include <vector>

namespace simiao::ui {
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::outpatient {

/// One line of a WorkList: who, and what waits.
struct WorkLine
{
    QString title;
    QString detail; ///< elided; the tool tip has all of it

    bool operator==(const WorkLine &) const = default;
};

/// A short list under the queue of things that wait for the physician; hidden while it is empty. Enter or a double click
/// chooses, Delete asks for the line to go.
class WorkList : public QWidget
{
    Q_OBJECT

public:
    /// \param name  object name of the list
    explicit WorkList(const QString &name, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    void setTitle(const QString &title);
    void setLines(const std::vector<WorkLine> &lines);
    /// What says how old the lines are.
    ui::StateView *state() const { return m_state; }
    int count() const { return m_list->count(); }
    /// -1 when none is.
    int currentRow() const { return m_list->currentRow(); }

Q_SIGNALS:
    void chosen(int row);
    void deleteWanted(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void mark();

    ui::PanelHeader *m_header;
    QListWidget *m_list;
    ui::StateView *m_state;
};

} // namespace simiao::outpatient
