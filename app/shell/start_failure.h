#pragma once

#include "core/error.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::shell {

class NoticeText;

/// In place of the log-in when the program cannot start: the cause and what to do.
class StartFailure : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit StartFailure(const Error &error, QWidget *parent = nullptr);

    /// 3 when something is not reached now, else 2.
    static int exitCode(const Error &error);

Q_SIGNALS:
    void quitRequested();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    Error m_error;
    NoticeText *m_notice;
};

} // namespace simiao::shell
