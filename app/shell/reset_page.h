#pragma once

#include "ui/widgets/themed_widget.h"

class QAction;

namespace simiao::ui {
class TextLabel;
} // namespace simiao::ui

namespace simiao::shell {

/// Asks whether a training profile is to be put back to its beginning, and says what goes. Enter keeps everything.
class ResetPage : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit ResetPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted();
    /// Everything stays.
    void closed();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *m_reset;
    QAction *m_keep;
    ui::TextLabel *m_title;
    ui::TextLabel *m_words;
    QWidget *m_safe; ///< the button that changes nothing
};

} // namespace simiao::shell
