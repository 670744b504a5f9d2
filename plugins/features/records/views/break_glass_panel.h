#pragma once

#include "ui/widgets/text_label.h"
#include "workflow/consultation/record_access.h"

#include <QWidget>

class QAction;
class QButtonGroup;
class QVBoxLayout;

namespace simiao::ui {
class ActionButton;
}

namespace simiao::records {

/// In place of a restricted record: says that it is, and asks for one of the reasons.
class BreakGlassPanel : public QWidget
{
    Q_OBJECT

public:
    explicit BreakGlassPanel(QWidget *parent = nullptr);

    /// Nothing is chosen; the focus is on the first reason.
    void ask();
    void retranslate();

Q_SIGNALS:
    void chosen(simiao::workflow::BreakGlassReason reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open();

    ui::TextLabel *m_title;
    ui::TextLabel *m_words;
    QButtonGroup *m_reasons;
    QAction *m_open;
    ui::ActionButton *m_button;
};

} // namespace simiao::records
