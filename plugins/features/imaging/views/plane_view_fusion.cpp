#include "imaging/views/plane_view.h"

#include "imaging/models/pet_words.h"
#include "imaging/models/volume_words.h"
#include "imaging/views/colour_bar_painter.h"

#include <QPainter>

// What lies over the picture of a PlaneView.

namespace simiao::viewer {

using namespace imaging;

/// By the places of the patient, whatever the two series' own grids are.
void PlaneView::askFusion()
{
    const auto volume = m_fusion->volume();
    if (!volume) {
        m_fusionVolume.reset();
        m_fusionFrame.reset();
        m_fusionRenderer->request({});
        return;
    }
    const auto wanted = lens();
    const bool isSame = volume == m_fusionVolume && wanted.grid(1) == m_fusionAsked.grid(1)
        && m_fusionSlab == m_stage->slab();
    if (!isSame) {
        m_fusionVolume = volume;
        m_fusionAsked = wanted;
        m_fusionSlab = m_stage->slab();
        m_fusionRenderer->request({volume, wanted, m_stage->slab(), devicePixelRatioF()});
    }
    colourFusion();
}

void PlaneView::takeFusion(const FramePtr &frame, const PlaneLens &lens, double pixels)
{
    if (!m_fusion->volume())
        return;
    m_fusionFrame = frame;
    m_fusionLens = lens;
    m_fusionPixels = pixels;
    colourFusion();
    update();
}

void PlaneView::colourFusion()
{
    if (m_fusionFrame)
        m_fusionImage =
            fusionPicture(*m_fusionFrame, m_fusion->window(), m_fusion->colours(), m_fusion->opacity());
}

/// Never over a picture of another place: while one of the two is on its way, there is none.
void PlaneView::paintFusion(QPainter &painter)
{
    if (!m_fusionFrame || m_fusionLens.grid(1) != m_frameLens.grid(1))
        return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_fusionPixels > 1);
    painter.drawImage(
        QRectF(0, 0, m_fusionImage.width() * m_fusionPixels, m_fusionImage.height() * m_fusionPixels),
        m_fusionImage);
    painter.restore();
}

void PlaneView::paintFusionScale(QPainter &painter) const
{
    if (!m_fusionFrame)
        return;
    const auto &window = m_fusion->window();
    const auto highest = window.isSuv
        ? suvEndText(window.values.highest * window.perUnit)
        : petEndText(window.values.highest, m_fusionFrame->facts().modality.unit);
    paintColourBar(painter, {highest, QStringLiteral("0")}, m_fusion->colours(), rect(),
                   typeFont(ui::Type::Small));
}

/// What its colours mean and which one it is is never cut: a study has several, and not all are corrected for attenuation.
void PlaneView::addFusionTexts(CornerTexts &texts) const
{
    const auto &facts = m_fusionFrame->facts();
    const auto &window = m_fusion->window();
    const auto which = petName(m_fusion->number(), m_fusion->count());
    QStringList whole{window.isSuv ? suvScaleText(which, window.values.highest * window.perUnit)
                                   : petScaleText(which, window.values.highest, facts.modality.unit)};
    if (const auto attenuation = attenuationText(facts.pet); !attenuation.isEmpty())
        whole.append(attenuation);
    texts.whole += whole;
    if (const auto description = m_fusion->series().seriesDescription; !description.isEmpty())
        whole.append(description);
    texts.bottomLeft = whole + texts.bottomLeft;
}

QString PlaneView::slabLine() const
{
    const auto slab = slabText(m_stage->slab());
    return m_fusionFrame
        ? tr("%1 · opacity %2 %", "slab, of the PET over it").arg(slab).arg(qRound(m_fusion->opacity() * 100))
        : slab;
}

} // namespace simiao::viewer
