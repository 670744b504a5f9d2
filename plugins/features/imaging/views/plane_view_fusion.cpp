#include "imaging/views/plane_view.h"

#include "imaging/models/pet_words.h"

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

/// What its colours mean and which one it is is never cut: a study has several, and not all are corrected for attenuation.
void PlaneView::addFusionTexts(CornerTexts &texts) const
{
    const auto &facts = m_fusionFrame->facts();
    const auto &window = m_fusion->window();
    QStringList whole{window.isSuv ? suvScaleText(window.values.highest * window.perUnit)
                                   : petScaleText(window.values.highest, facts.modality.unit)};
    if (const auto attenuation = attenuationText(facts.pet); !attenuation.isEmpty())
        whole.append(attenuation);
    if (m_fusion->count() > 1)
        whole.append(tr("PET series %1/%2").arg(m_fusion->number()).arg(m_fusion->count()));
    QStringList others;
    if (const auto description = m_fusion->series().seriesDescription; !description.isEmpty())
        others.append(description);
    others.append(tr("Opacity %1 %", "of the PET").arg(qRound(m_fusion->opacity() * 100)));
    texts.bottomLeft = whole + others + texts.bottomLeft;
    texts.whole += whole;
}

} // namespace simiao::viewer
