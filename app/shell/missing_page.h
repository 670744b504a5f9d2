#pragma once

#include "shell/desk_list.h"
#include "shell/notice_text.h"

namespace simiao::shell {

/// In place of a desk that no running plugin offers: says so, and what to do.
class MissingPage : public QWidget
{
    Q_OBJECT

public:
    explicit MissingPage(const DeskEntry &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The list of plugins is wanted.
    void aboutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString cause() const;
    QString advice() const;
    void translate();

    DeskEntry m_desk;
    NoticeText *m_notice;
};

} // namespace simiao::shell
