/** The dataset's features as `datasets` writes them into the `huggingface` key of a parquet schema. */
export function hubFeatures(classNames: readonly string[]) {
  return {
    grievance: { dtype: 'string', _type: 'Value' },
    label: { names: classNames, _type: 'ClassLabel' },
  };
}

/** The same features as a dataset card's `dataset_info` spells them. */
export function cardFeatures(classNames: readonly string[]) {
  return [
    { name: 'grievance', dtype: 'string' },
    {
      name: 'label',
      dtype: {
        class_label: { names: Object.fromEntries(classNames.map((name, id) => [String(id), name])) },
      },
    },
  ];
}
