#pragma once

#include "ui/widgets/notice_line.h"

namespace simiao::shell {

/// A notice whose words can be asked for by name, as tests and tours do.
class NoticeText : public ui::NoticeLine
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    using NoticeLine::NoticeLine;

    QString text() const { return notice().text; }
};

} // namespace simiao::shell
