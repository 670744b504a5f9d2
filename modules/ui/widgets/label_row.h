#pragma once

#include "ui/widgets/themed_widget.h"

class QHBoxLayout;

namespace simiao::ui {

class TextLabel;

/// A line of a form: a right-aligned secondary label and its editor. The label names the editor for
/// screen readers and is aligned with the editor's first line.
class LabelRow : public ThemedWidget
{
    Q_OBJECT

public:
    /// \param editor  owned
    LabelRow(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// A bar at the editor's left says that its text was copied from `source` and not yet confirmed.
    /// \param source  words for the tool tip; empty takes the mark away
    void setCopiedFrom(const QString &source);

    /// Gives all rows one label column, as wide as the widest label but at most `widest`; labels that
    /// are longer wrap. Call it again after a change of language.
    static void align(const QList<LabelRow *> &rows, int widest = 140);

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_label;
    QWidget *m_editor;
    QHBoxLayout *m_line;
    bool m_isCopied = false;
};

} // namespace simiao::ui
