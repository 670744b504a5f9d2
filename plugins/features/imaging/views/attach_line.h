#pragma once

#include "imaging/models/image_attachment.h"
#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// Says how attaching images goes, and asks when they are not labelled as this patient's.
class AttachLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    AttachLine(ImageAttachment *attachment,
               const administration::Patient &patient,
               QWidget *parent = nullptr);

    QString text() const { return m_line->accessibleName(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    ui::Notice notice() const;
    ui::Notice question() const;
    QString doubt() const;
    ui::Notice findings() const;
    void act(int index);
    void focusSafeAnswer();

    ImageAttachment *m_attachment;
    administration::Patient m_patient;
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
