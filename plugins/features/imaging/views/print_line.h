#pragma once

#include "imaging/views/image_printing.h"
#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// Says how a print goes and what came of it. Nothing while there is none.
class PrintLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit PrintLine(ImagePrinting *printing, QWidget *parent = nullptr);

    QString text() const { return m_line->accessibleName(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    ui::Notice notice() const;
    ui::Notice ended() const;
    QString countText() const;
    void act();

    ImagePrinting *m_printing;
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
