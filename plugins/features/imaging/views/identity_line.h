#pragma once

#include "domain/administration/patient.h"
#include "ui/widgets/notice_line.h"
#include "workflow/ports/image_source.h"

#include <optional>

namespace simiao::viewer {

/// Says whose the images are that are shown, where they are not this patient's, and as long as they are: there is nothing to close it
/// with. Hidden else.
class IdentityLine : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityLine(QWidget *parent = nullptr);

    /// What is to be said of these series; nothing where they are this patient's, or there are none.
    static std::optional<ui::Notice> noticeFor(const std::vector<workflow::ImageSeries> &series,
                                               const administration::Patient &patient);

    void setNotice(const std::optional<ui::Notice> &notice);
    /// What it says; empty where it is hidden.
    QString text() const;

private:
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
